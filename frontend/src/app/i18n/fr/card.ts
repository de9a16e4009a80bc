export const card = {
  front: 'Recto',
  back: 'Verso',
  turn: 'Retourner la carte',
};
