import { Module } from '@nestjs/common';
import { CollectionsModule } from '../collections/collections.module';
import { DemoService } from './demo.service';

/** A school to try Cartable with. */
@Module({ imports: [CollectionsModule], providers: [DemoService] })
export class DemoModule {}
