import { Global, Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { SchoolSettingsService } from './school-settings.service';
import { Setting } from './setting.entity';

/** Global because any room may have something to be decided. */
@Global()
@Module({
  imports: [TypeOrmModule.forFeature([Setting])],
  providers: [SchoolSettingsService],
  exports: [SchoolSettingsService],
})
export class SchoolSettingsModule {}
