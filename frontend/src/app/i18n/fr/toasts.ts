export const toasts = {
  added: 'ajoutée à vos collections',
  withdrawn: 'n’est plus dans vos collections',
  hidden: 'a été masquée par l’administration',
  moderated: {
    hidden: 'a été masquée par l’administration',
    'code-revoked': 'Son code {{ code }} a été désactivé par l’administration',
    withdrawn: 'Son code {{ code }} a été désactivé, et la collection retirée hors de la classe',
    restored: 'est de nouveau visible',
    message: 'L’administration vous écrit',
  },
  several: { one: '{{ count }} nouveauté', other: '{{ count }} nouveautés' },
  open: 'Ouvrir',
  see: 'Voir',
};
