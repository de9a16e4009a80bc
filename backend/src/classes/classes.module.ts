import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { ClassAdministration } from './class-administration.service';
import { ClassMoves } from './class-moves.service';
import { ClassRolls } from './class-rolls.service';
import { ClassMember } from './class-member.entity';
import { ClassEntity } from './class.entity';
import { ClassesController } from './classes.controller';
import { ClassesService } from './classes.service';

@Module({
  imports: [TypeOrmModule.forFeature([ClassEntity, ClassMember])],
  controllers: [ClassesController],
  providers: [ClassesService, ClassAdministration, ClassMoves, ClassRolls],
  exports: [ClassesService, ClassAdministration, ClassMoves, ClassRolls],
})
export class ClassesModule {}
