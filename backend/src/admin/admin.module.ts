import { Module } from '@nestjs/common';

/** What the dashboard reads and does; under `/api/admin`, for administrators only. */
@Module({ imports: [] })
export class AdminModule {}
