import { FirstSchema1795424400000 } from './migrations/1795424400000-first-schema';
import { EventBodyUsers1795446000000 } from './migrations/1795446000000-event-body-users';
import { SessionEndedBecause1795449600000 } from './migrations/1795449600000-session-ended-because';
import { ClassesAndAudit1795453200000 } from './migrations/1795453200000-classes-and-audit';
import { CodesOfClasses1795464000000 } from './migrations/1795464000000-codes-of-classes';
import { ContentAndSettings1795467600000 } from './migrations/1795467600000-content-and-settings';
import { Activity1795471200000 } from './migrations/1795471200000-activity';
import { FindingPeople1795474800000 } from './migrations/1795474800000-finding-people';
import { NamesOfClasses1795478400000 } from './migrations/1795478400000-names-of-classes';
import { ExternalIds1795485600000 } from './migrations/1795485600000-external-ids';
import { FirstPasswordsEnd1795489200000 } from './migrations/1795489200000-first-passwords-end';
import { RolesInClasses1795492800000 } from './migrations/1795492800000-roles-in-classes';
import { AuditLetsLessGo1795496400000 } from './migrations/1795496400000-audit-lets-less-go';
import { LettersOfAll1795500000000 } from './migrations/1795500000000-letters-of-all';
import { LoginNames1795482000000 } from './migrations/1795482000000-login-names';
import { AccountsLast1795507200000 } from './migrations/1795507200000-accounts-last';
import { FamilyNames1795510800000 } from './migrations/1795510800000-family-names';
import { FamilyNamesAreFound1795514400000 } from './migrations/1795514400000-family-names-are-found';

/** All migrations, oldest first. */
export const migrations = [
  FirstSchema1795424400000,
  EventBodyUsers1795446000000,
  SessionEndedBecause1795449600000,
  ClassesAndAudit1795453200000,
  CodesOfClasses1795464000000,
  ContentAndSettings1795467600000,
  Activity1795471200000,
  FindingPeople1795474800000,
  NamesOfClasses1795478400000,
  LoginNames1795482000000,
  ExternalIds1795485600000,
  FirstPasswordsEnd1795489200000,
  RolesInClasses1795492800000,
  AuditLetsLessGo1795496400000,
  LettersOfAll1795500000000,
  AccountsLast1795507200000,
  FamilyNames1795510800000,
  FamilyNamesAreFound1795514400000,
];
