export const admin = {
  label: 'Administration',
  rooms: {
    overview: 'Tableau de bord',
    people: 'Personnes',
    classes: 'Classes',
    codes: 'Codes',
    content: 'Signalements',
    audit: 'Journal',
    settings: 'Réglages',
  },
};
