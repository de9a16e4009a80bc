import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AttemptsPurge } from './attempts-purge';
import { Attempts } from './attempts.entity';
import { AttemptsService } from './attempts.service';

@Module({
  imports: [TypeOrmModule.forFeature([Attempts])],
  providers: [AttemptsService, AttemptsPurge],
  exports: [AttemptsService],
})
export class AttemptsModule {}
