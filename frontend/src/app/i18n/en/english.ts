import { problems } from './problems';
import { toasts } from './toasts';
import { ui } from './ui';
import { shell } from './shell';
import { signIn } from './sign-in';
import { library } from './library';
import { importing } from './import';
import { notifications } from './notifications';
import { profile } from './profile';
import { card } from './card';
import { collection } from './collection';
import { editor } from './editor';
import { share } from './share';
import { board } from './board';
import { admin } from './admin';
import { adminCodes } from './admin-codes';
import { adminClasses } from './admin-classes';
import { adminOverview } from './admin-overview';
import { adminImport } from './admin-import';
import { adminPeople } from './admin-people';
import { classes } from './classes';
import { audit as adminAudit } from './admin-audit';
import { content as adminContent } from './admin-content';
import { settings as adminSettings } from './admin-settings';

import type { Translation } from '../fr/french';

/** Every text of the page, in English. */
export const english: Translation = {
  problems,
  toasts,
  ui,
  shell,
  signIn,
  library,
  import: importing,
  notifications,
  profile,
  card,
  collection,
  editor,
  share,
  board,
  admin,
  adminOverview,
  adminImport,
  adminPeople,
  adminClasses,
  adminCodes,
  classes,
  adminAudit,
  adminContent,
  adminSettings,
};
