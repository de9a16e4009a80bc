export const notifications = {
  title: 'Nouveautés',
  today: 'Aujourd’hui',
  yesterday: 'Hier',
  newCollection: 'ajoutée à vos collections',
  collectionRemoved: 'n’est plus dans vos collections',
  hidden: 'a été masquée par l’administration',
  moderated: {
    hidden:
      'a été masquée par l’administration. Vous seul la voyez, et ses codes ne fonctionnent plus.',
    'code-revoked': 'n’a plus le code {{ code }} : l’administration l’a désactivé',
    withdrawn:
      'n’a plus le code {{ code }}, et a été retirée par l’administration aux élèves hors classe',
    'given-back':
      'a été rendue par l’administration aux élèves hors classe ; le code {{ code }} reste désactivé',
    restored: 'est de nouveau visible de tous ceux qui l’avaient',
    message: ' : un mot de l’administration',
  },
  by: 'par {{ name }}',
  unseen: 'non lue',
  loading: 'Lecture des nouveautés…',
  empty: {
    heading: 'Rien de nouveau',
    text: 'Les collections que l’on vous partage s’annoncent ici.',
    add: 'Ajouter par code',
  },
  failed: 'Les nouveautés n’ont pas pu être lues',
  offline: 'Les nouveautés apparaîtront au retour du réseau.',
};
