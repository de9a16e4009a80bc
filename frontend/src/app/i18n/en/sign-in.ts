import type { signIn as french } from '../fr/sign-in';

export const signIn: typeof french = {
  pageTitle: 'Sign in',
  heading: 'Hello',
  lead: 'Sign in with your school account.',
  promise: 'Your cards, always with you',
  promiseText: 'Your teacher shares a code, the collection arrives on all your screens.',
  ended: {
    'signed-out': 'You are signed out. Sign in again, nothing is lost.',
    expired: 'Your session has expired. Sign in again, nothing is lost.',
    'password-changed': 'Your password was changed on another device. Sign in with the new one.',
    'role-changed': 'Your role has changed. Sign in again to go on.',
    'account-disabled': 'Your account has been disabled. Ask your school.',
    'account-erased': 'Your account has been deleted. Ask your school.',
    'token-reused':
      'This session was closed for safety. Sign in again and, if in doubt, change your password.',
  },
  email: 'E-mail address or login name',
  password: 'Password',
  show: 'Show the password',
  hide: 'Hide the password',
  own: {
    lead: 'Now choose a password that only you know.',
    password: 'New password',
    hint: 'At least {{ count }} characters.',
    same: 'Choose another password than the one you were given.',
  },
  submit: 'Sign in',
  submitting: 'Signing in…',
  emailNeeded: 'Write your e-mail address or login name.',
  passwordNeeded: 'Enter your password.',
  wait: {
    one: 'Too many tries. Try again in {{ count }} second.',
    other: 'Too many tries. Try again in {{ count }} seconds.',
  },
  codeKept: 'Sign in, and your code {{ code }} is waiting for you.',
  offline: 'You are offline. Check the network, then try again.',
};
