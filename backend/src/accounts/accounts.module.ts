import { createSecretKey } from 'node:crypto';
import { Global, Module } from '@nestjs/common';
import { JwtModule } from '@nestjs/jwt';
import { TypeOrmModule } from '@nestjs/typeorm';
import { Settings } from '../config/settings';
import { AttemptsModule } from '../platform/attempts/attempts.module';
import { Authenticator } from '../platform/identity/authenticator';
import { AccessTokens, TOKEN_AUDIENCE, TOKEN_ISSUER } from './access-tokens';
import { AccountAdministration } from './account-administration';
import { AccountErasure } from './account-erasure.service';
import { AccountsService } from './accounts.service';
import { AuthController } from './auth.controller';
import { AuthService } from './auth.service';
import { MeController } from './me.controller';
import { EnrolmentService } from './enrolment.service';
import { LoginNames } from './login-names';
import { Namesakes } from './namesakes.service';
import { PasswordHasher } from './password-hasher';
import { Person } from './person.entity';
import { PeopleService } from './people.service';
import { RefreshTokens } from './refresh-tokens';
import { Session } from './session.entity';
import { SessionAuthenticator } from './session-authenticator';
import { SessionPeople } from './session-people';
import { SessionPurge } from './session-purge';
import { SessionsService } from './sessions.service';

const identity = { issuer: TOKEN_ISSUER, audience: TOKEN_AUDIENCE };

/** People, sign-in, sessions, roles. Global because every room asks who is there. */
@Global()
@Module({
  imports: [
    TypeOrmModule.forFeature([Person, Session]),
    AttemptsModule,
    JwtModule.registerAsync({
      inject: [Settings],
      useFactory: ({ jwtSecret }: Settings) => ({
        // As a key: jsonwebtoken tries for each token whether a text is a public key, which costs more than all the rest.
        secret: createSecretKey(jwtSecret, 'utf8'),
        signOptions: { algorithm: 'HS256', ...identity },
        verifyOptions: { algorithms: ['HS256'], ...identity },
      }),
    }),
  ],
  controllers: [AuthController, MeController],
  providers: [
    AccessTokens,
    AccountAdministration,
    AccountErasure,
    AccountsService,
    AuthService,
    EnrolmentService,
    LoginNames,
    Namesakes,
    PasswordHasher,
    PeopleService,
    RefreshTokens,
    SessionsService,
    { provide: Authenticator, useClass: SessionAuthenticator },
    SessionPeople,
    SessionPurge,
  ],
  exports: [
    AccountAdministration,
    AccountErasure,
    AccountsService,
    EnrolmentService,
    Namesakes,
    PasswordHasher,
    PeopleService,
    Authenticator,
  ],
})
export class AccountsModule {}
