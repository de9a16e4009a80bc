import { Injectable } from '@nestjs/common';
import pLimit from 'p-limit';

/** So many at a time; the rest wait their turn. */
const AT_ONCE = 32;

/** After a restart a whole school comes back at once: it must not push the requests of those who work out of the pool. */
@Injectable()
export class Admission {
  /** Runs `work` in its turn. */
  readonly admit = pLimit(AT_ONCE);
}
