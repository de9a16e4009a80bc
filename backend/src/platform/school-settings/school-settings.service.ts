import { Injectable } from '@nestjs/common';
import { DataSource, EntityManager } from 'typeorm';
import { SchoolSettings, SchoolSettingsPatch } from '@cartable/contract';
import { Settings } from '../../config/settings';

type Kept = Required<SchoolSettingsPatch>;

const asItComes: Kept = { auditDays: 365, disabledDays: null };

/** What administrators decide about the school; every instance reads it when it needs it. */
@Injectable()
export class SchoolSettingsService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly settings: Settings,
  ) {}

  async read(db: EntityManager = this.dataSource.manager): Promise<SchoolSettings> {
    const rows = await db.query<{ key: string; value: unknown }[]>(
      'SELECT key, value FROM setting WHERE key = ANY($1)',
      [Object.keys(asItComes)],
    );
    const kept = Object.fromEntries(rows.map(({ key, value }) => [key, value]));
    return SchoolSettings.parse({
      ...asItComes,
      ...kept,
      journalDays: this.settings.journalDays,
    });
  }

  async write(db: EntityManager, patch: SchoolSettingsPatch): Promise<void> {
    for (const [key, value] of Object.entries(patch)) {
      await db.query(
        `INSERT INTO setting (key, value) VALUES ($1, $2::jsonb)
         ON CONFLICT (key) DO UPDATE SET value = excluded.value, updated_at = now()`,
        [key, JSON.stringify(value)],
      );
    }
  }
}
