import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { ClassesService } from '../../classes/classes.service';
import { heatOf } from './heat';

interface Row {
  code: string;
  uses: number;
  outside: number;
  heat: string | null;
  classId: string | null;
  ownerId: string;
}

/** Watches whether codes run hot. */
@Injectable()
export class CodeHeat {
  constructor(
    private readonly dataSource: DataSource,
    private readonly classes: ClassesService,
  ) {}

  /** Judges codes anew, some time after they were used: a use waits for nothing here. */
  async judge(codes: readonly string[]): Promise<void> {
    const rows = await this.dataSource.query<Row[]>(
      `SELECT s.code, s.uses, s.outside_uses AS outside, s.heat, s.class_id AS "classId", c.owner_id AS "ownerId"
       FROM share_code AS s JOIN collection AS c ON c.id = s.collection_id WHERE s.code = ANY($1)`,
      [codes],
    );
    for (const row of rows) await this.judgeOne(row);
  }

  private async judgeOne({ code, uses, outside, heat, classId, ownerId }: Row): Promise<void> {
    const expected = await this.classes.expected(this.dataSource.manager, classId, ownerId);
    const classSize = expected.length > 0 ? Math.max(...expected.map(({ size }) => size)) : null;
    const now = heatOf({ all: uses, outside, classSize });
    if (now === heat) return;
    // Whoever has used it meanwhile has it judged again.
    await this.dataSource.query(
      `UPDATE share_code SET heat = $2, hot_since = CASE WHEN $2::text IS NULL THEN NULL ELSE COALESCE(hot_since, now()) END
       WHERE code = $1 AND uses = $3 AND outside_uses = $4`,
      [code, now, uses, outside],
    );
  }
}
