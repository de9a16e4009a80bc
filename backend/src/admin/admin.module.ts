import { Module } from '@nestjs/common';
import { CodesModule } from './codes/codes.module';

/** What the dashboard reads and does; under `/api/admin`, for administrators only. */
@Module({
  imports: [CodesModule],
})
export class AdminModule {}
