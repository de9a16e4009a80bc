export const classes = {
  title: 'Mes classes',
  short: 'Classes',
  pageTitle: 'Classe',
  loading: 'Lecture des classes…',
  pupils: { one: '{{ count }} élève', other: '{{ count }} élèves' },
  others: { one: 'Et {{ count }} autre', other: 'Et {{ count }} autres' },
  nobody: 'Personne pour l’instant.',
  teachers: 'Enseignants',
  hint: 'Les classes sont tenues par l’administration. Un nom manque ? Dites-le-lui.',
  empty: {
    heading: 'Aucune classe pour l’instant',
    text: 'L’administration vous inscrit dans vos classes. Elles apparaîtront ici.',
  },
  failed: 'Les classes n’ont pas pu être lues',
  offline: 'Vos classes apparaîtront au retour du réseau.',
  refused: {
    heading: 'Cette classe n’est pas à vous',
    text: 'Seuls ses enseignants la voient.',
    back: 'Voir mes classes',
  },
};
