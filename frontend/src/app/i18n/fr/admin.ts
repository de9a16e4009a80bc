export const admin = {
  label: 'Administration',
  rooms: {
    overview: 'Tableau de bord',
    codes: 'Codes',
    content: 'Signalements',
    audit: 'Journal',
    settings: 'Réglages',
  },
};
