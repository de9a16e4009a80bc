export const settings = {
  pageTitle: 'Réglages',
  heading: 'Combien de temps garder quoi ?',
  auditDays: 'Journal de l’administration, en jours',
  auditDaysHint: 'De 30 à 3 650 jours. Les lignes plus anciennes s’effacent chaque nuit.',
  auditDaysWrong: 'Choisissez un nombre entier de 30 à 3 650.',
  journalDays: 'Nouveautés de chacun, en jours',
  journalDaysHint: 'Cette durée se choisit à l’installation du serveur.',
  save: 'Enregistrer',
  saved: 'Enregistré',
  loading: 'Lecture des réglages…',
  failed: {
    heading: 'Les réglages n’ont pas pu être lus',
    text: 'Le serveur ne répond pas. Rien n’est perdu.',
    retry: 'Réessayer',
  },
  offline: { heading: 'Hors ligne', text: 'Les réglages apparaîtront au retour du réseau.' },
};
