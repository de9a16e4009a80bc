export const mutantsCaught = (say: (line: string) => void): Promise<boolean> => {
  say('none yet');
  return Promise.resolve(true);
};
