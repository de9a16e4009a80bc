export const toasts = {
  added: 'ajoutée à vos collections',
  withdrawn: 'n’est plus dans vos collections',
  hidden: 'a été masquée par l’administration',
  moderated: {
    hidden: 'a été masquée par l’administration',
    'code-revoked': 'n’a plus le code {{ code }} : l’administration l’a désactivé',
    withdrawn:
      'n’a plus le code {{ code }}, et a été retirée par l’administration aux élèves hors classe',
    'given-back':
      'a été rendue par l’administration aux élèves hors classe ; le code {{ code }} reste désactivé',
    restored: 'est de nouveau visible',
    message: 'L’administration vous écrit',
  },
  several: { one: '{{ count }} nouveauté', other: '{{ count }} nouveautés' },
  unloaded: 'Cette page n’a pas encore pu être chargée. Elle s’ouvrira au retour du réseau.',
  open: 'Ouvrir',
  see: 'Voir',
};
