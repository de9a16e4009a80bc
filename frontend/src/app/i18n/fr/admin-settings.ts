export const settings = {
  pageTitle: 'Réglages',
  heading: 'Combien de temps garder quoi ?',
  auditDays: 'Journal de l’administration, en jours',
  auditDaysHint: 'De 30 à 3 650 jours. Les lignes plus anciennes s’effacent chaque jour.',
  daysWrong: 'Choisissez un nombre entier de 30 à 3 650.',
  disabledDays: 'Comptes désactivés, en jours avant d’être effacés',
  never: 'Jamais',
  disabledDaysHint:
    'Vide : ils restent. Effacé, un compte ne revient pas ; ses collections restent, figées et sans nom, à ceux qui les suivent.',
  disabledDaysWrong: 'Choisissez un nombre entier de 30 à 3 650, ou laissez vide.',
  due: {
    one: '{{ count }} compte désactivé depuis plus longtemps sera effacé dans la journée.',
    other: '{{ count }} comptes désactivés depuis plus longtemps seront effacés dans la journée.',
  },
  sure: {
    heading: 'Effacer pour toujours ?',
    audit: {
      one: 'Les lignes du journal de plus de {{ count }} jour seront effacées dans la journée.',
      other: 'Les lignes du journal de plus de {{ count }} jours seront effacées dans la journée.',
    },
    do: 'Enregistrer et effacer',
  },
  journalDays: 'Nouveautés de chacun, en jours',
  journalDaysHint: 'Cette durée se choisit à l’installation du serveur.',
  save: 'Enregistrer',
  saved: 'Enregistré',
  loading: 'Lecture des réglages…',
  failed: 'Les réglages n’ont pas pu être lus',
  offline: 'Les réglages apparaîtront au retour du réseau.',
};
