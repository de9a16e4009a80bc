import type { ProblemCode } from '@cartable/contract';

/** What to do about each refusal; a code that lacks a text does not compile. */
export const problems = {
  'validation-failed': 'Quelque chose ne convient pas. Vérifiez ce que vous avez saisi.',
  'malformed-body': 'L’envoi n’a pas pu être lu. Rechargez la page et réessayez.',
  'not-signed-in': 'Reconnectez-vous, rien n’est perdu.',
  'wrong-credentials': 'Adresse, identifiant ou mot de passe incorrect. Vérifiez-les.',
  'session-ended': 'Votre session a pris fin. Reconnectez-vous, rien n’est perdu.',
  'first-password-over':
    'Cette carte n’est plus valable. Demandez-en une nouvelle à votre établissement.',
  'password-due': 'Choisissez d’abord un mot de passe à vous.',
  forbidden: 'Votre compte ne permet pas de faire cela. Demandez à votre enseignant.',
  'origin-refused': 'Cette adresse n’est pas la bonne. Ouvrez Cartable à son adresse habituelle.',
  'not-found': 'Cela n’existe pas, ou n’est plus dans vos collections.',
  'share-code-unknown': 'Code inconnu ou expiré. Vérifiez au tableau.',
  'collection-stale': 'La collection a changé entre-temps. Relisez-la, puis reprenez.',
  'collection-hidden': 'Cette collection est masquée. L’administration peut la rétablir.',
  'share-code-revoked': 'Ce code est déjà désactivé.',
  'collection-frozen': 'Cette collection est figée. Elle se lit, mais ne change plus.',
  'name-taken':
    'Quelqu’un d’autre a déjà cette adresse, cet identifiant ou ce numéro. Vérifiez, ou cherchez ce compte.',
  'class-name-taken': 'Une autre classe de cette année porte déjà ce nom. Choisissez-en un autre.',
  'class-archived': 'Cette classe est archivée. Rouvrez-la d’abord.',
  'own-account': 'C’est votre propre compte. Demandez à un autre administrateur.',
  'collection-full': 'La collection est pleine. Créez-en une autre pour la suite.',
  'followers-choice-needed': 'Dites ce que deviennent les copies de vos élèves.',
  'share-code-used-up': 'Ce code a déjà servi autant de fois que prévu. Demandez-en un autre.',
  'undo-too-late': 'Il est trop tard pour annuler : le délai de 24 heures est passé.',
  'wrong-password': 'Le mot de passe actuel est incorrect.',
  'payload-too-large': 'C’est trop long pour un seul envoi. Envoyez-le en plusieurs fois.',
  'unsupported-media-type': 'L’envoi n’a pas pu être lu. Rechargez la page et réessayez.',
  'too-many-attempts': 'Trop d’essais. Patientez un peu, puis réessayez.',
  'too-many-connections': 'Vous avez beaucoup de fenêtres ouvertes. Fermez-en, puis réessayez.',
  internal: 'Le serveur a rencontré un problème. Réessayez dans un instant.',
  unavailable: 'Le serveur n’est pas prêt. Réessayez dans un instant.',
  offline: 'Pas de réseau. Réessayez quand il est revenu.',
} satisfies Record<ProblemCode | 'offline', string>;
