import {
  Check,
  Column,
  CreateDateColumn,
  Entity,
  Index,
  PrimaryGeneratedColumn,
  Unique,
} from 'typeorm';
import type { Locale, Role } from '@cartable/contract';

/** Somebody who can sign in. */
@Entity('person')
@Check('person_email_lower_case', '"email" = lower("email")')
@Check('person_login_form', `"login" ~ '^[a-z0-9]+([._-][a-z0-9]+)*$'`)
@Check('person_has_a_name_to_sign_in', 'num_nonnulls("email", "login") > 0')
@Check('person_role_known', `"role" IN ('student', 'teacher', 'admin')`)
@Check('person_locale_known', `"locale" IN ('fr', 'en')`)
@Unique('person_with_role', ['id', 'role'])
@Index('person_staff_words', { synchronize: false })
@Index('person_words', { synchronize: false })
@Index('person_by_name', { synchronize: false })
@Index('person_in_order', { synchronize: false })
@Index('person_of_role', { synchronize: false })
@Index('person_disabled', { synchronize: false })
@Index('person_email_begins', { synchronize: false })
@Index('person_login_begins', { synchronize: false })
@Index('person_unused', { synchronize: false })
@Index('person_newest_first', ['createdAt', 'id'])
export class Person {
  @PrimaryGeneratedColumn('uuid')
  id!: string;

  /** Null: the person signs in with a login name. */
  @Column('text', { unique: true, nullable: true })
  email!: string | null;

  @Column('text', { unique: true, nullable: true })
  login!: string | null;

  /** The number under which the school's software knows the person. */
  @Column('text', { unique: true, nullable: true })
  externalId!: string | null;

  @Column('text')
  displayName!: string;

  /** By which the person is listed; null: by the last word of the display name. */
  @Column('text', { nullable: true })
  familyName!: string | null;

  @Column('text')
  role!: Role;

  @Column('text', { default: 'fr' })
  locale!: Locale;

  /** PHC string of argon2id. */
  @Column('text')
  passwordHash!: string;

  /** The password was given, not chosen: until then it serves once, to choose one. Null: it is the person's own. */
  @Column({ type: 'timestamptz', precision: 3, nullable: true })
  firstPasswordUntil!: Date | null;

  @Column({ type: 'timestamptz', precision: 3, nullable: true })
  disabledAt!: Date | null;

  @CreateDateColumn({ type: 'timestamptz', precision: 3 })
  createdAt!: Date;
}
