import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';

/** This process among those that share a database. */
@Injectable()
export class Instance {
  readonly id = randomUUID();
}
