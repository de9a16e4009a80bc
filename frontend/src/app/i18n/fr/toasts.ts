export const toasts = {
  added: 'ajoutée à vos collections',
  withdrawn: 'a été retirée par son auteur',
  several: { one: '{{ count }} nouveauté', other: '{{ count }} nouveautés' },
  open: 'Ouvrir',
  see: 'Voir',
};
