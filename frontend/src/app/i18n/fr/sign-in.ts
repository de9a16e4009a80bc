export const signIn = {
  pageTitle: 'Connexion',
  heading: 'Bonjour',
  lead: 'Connectez-vous avec le compte de votre établissement.',
  promise: 'Vos cartes, toujours avec vous',
  promiseText: 'Votre professeur partage un code, la collection arrive sur tous vos écrans.',
  ended: {
    'signed-out': 'Vous êtes déconnecté. Reconnectez-vous, rien n’est perdu.',
    expired: 'Votre session a expiré. Reconnectez-vous, rien n’est perdu.',
    'password-changed':
      'Votre mot de passe a été changé sur un autre appareil. Connectez-vous avec le nouveau.',
    'role-changed': 'Votre rôle a changé. Reconnectez-vous pour continuer.',
    'account-disabled': 'Votre compte a été désactivé. Adressez-vous à votre établissement.',
    'account-erased': 'Votre compte a été supprimé. Adressez-vous à votre établissement.',
    'token-reused':
      'Par sécurité, cette session a été fermée. Reconnectez-vous et, au moindre doute, changez de mot de passe.',
  },
  email: 'Adresse e-mail ou identifiant',
  password: 'Mot de passe',
  show: 'Afficher le mot de passe',
  hide: 'Masquer le mot de passe',
  own: {
    lead: 'Choisissez maintenant un mot de passe que vous seul connaissez.',
    password: 'Nouveau mot de passe',
    hint: 'Au moins {{ count }} caractères.',
    same: 'Choisissez un autre mot de passe que celui que vous avez reçu.',
  },
  submit: 'Se connecter',
  submitting: 'Connexion…',
  emailNeeded: 'Indiquez votre adresse e-mail ou votre identifiant.',
  passwordNeeded: 'Indiquez votre mot de passe.',
  wait: {
    one: 'Trop d’essais. Réessayez dans {{ count }} seconde.',
    other: 'Trop d’essais. Réessayez dans {{ count }} secondes.',
  },
  codeKept: 'Connectez-vous, puis votre code {{ code }} vous attend.',
  offline: 'Vous êtes hors ligne. Vérifiez le réseau, puis réessayez.',
};
