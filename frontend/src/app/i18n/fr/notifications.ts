export const notifications = {
  title: 'Nouveautés',
  today: 'Aujourd’hui',
  yesterday: 'Hier',
  newCollection: 'ajoutée à vos collections',
  collectionRemoved: 'n’est plus dans vos collections',
  by: 'par {{ name }}',
  unseen: 'non lue',
  more: 'Voir plus',
  loading: 'Lecture des nouveautés…',
  empty: {
    heading: 'Rien de nouveau',
    text: 'Les collections que l’on vous partage s’annoncent ici.',
    add: 'Ajouter par code',
  },
  failed: {
    heading: 'Les nouveautés n’ont pas pu être lues',
    text: 'Le serveur ne répond pas. Rien n’est perdu.',
    retry: 'Réessayer',
  },
  offline: { heading: 'Hors ligne', text: 'Les nouveautés apparaîtront au retour du réseau.' },
};
