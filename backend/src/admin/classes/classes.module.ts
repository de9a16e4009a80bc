import { Module } from '@nestjs/common';
import { ClassesModule } from '../../classes/classes.module';
import { AdminClassesController } from './classes.controller';

@Module({ imports: [ClassesModule], controllers: [AdminClassesController] })
export class AdminClassesModule {}
