/** What the parts that every room is made of say. */
export const ui = {
  clear: 'Effacer la recherche',
  more: 'Voir plus',
  stuck: 'La suite n’a pas pu être lue. Réessayer',
  offline: 'Hors ligne',
  unanswered: 'Le serveur ne répond pas. Rien n’est perdu.',
  retry: 'Réessayer',
  erased: 'Compte supprimé',
};
