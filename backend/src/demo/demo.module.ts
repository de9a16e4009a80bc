import { Module } from '@nestjs/common';
import { ClassesModule } from '../classes/classes.module';
import { CollectionsModule } from '../collections/collections.module';
import { DemoService } from './demo.service';

/** A school to try Cartable with. */
@Module({ imports: [ClassesModule, CollectionsModule], providers: [DemoService] })
export class DemoModule {}
