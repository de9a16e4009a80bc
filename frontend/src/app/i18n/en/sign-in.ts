import type { signIn as french } from '../fr/sign-in';

export const signIn: typeof french = {
  pageTitle: 'Sign in',
  heading: 'Hello',
  lead: 'Sign in with your school account.',
  promise: 'Your cards, always with you',
  promiseText: 'Your teacher shares a code, the collection arrives on all your screens.',
  ended: {
    elsewhere: 'This session has ended. Sign in again, nothing is lost.',
    expired: 'Your session has expired. Sign in again, nothing is lost.',
  },
  email: 'E-mail address',
  password: 'Password',
  show: 'Show the password',
  hide: 'Hide the password',
  submit: 'Sign in',
  submitting: 'Signing in…',
  emailNeeded: 'Enter your e-mail address.',
  passwordNeeded: 'Enter your password.',
  wait: {
    one: 'Too many tries. Try again in {{ count }} second.',
    other: 'Too many tries. Try again in {{ count }} seconds.',
  },
  codeKept: 'Sign in, and your code {{ code }} is waiting for you.',
  offline: 'You are offline. Check the network, then try again.',
};
