export const toasts = {
  added: 'ajoutée à vos collections',
  withdrawn: 'n’est plus dans vos collections',
  several: { one: '{{ count }} nouveauté', other: '{{ count }} nouveautés' },
  open: 'Ouvrir',
  see: 'Voir',
};
