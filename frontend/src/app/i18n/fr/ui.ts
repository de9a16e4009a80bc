/** What the parts that every room is made of say. */
export const ui = {
  clear: 'Effacer la recherche',
};
