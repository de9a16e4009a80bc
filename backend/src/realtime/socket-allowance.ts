import { Injectable } from '@nestjs/common';

const SOCKETS_A_PERSON = 10;

/** How many sockets each person has on this instance: enough for every device, too few to do harm. */
@Injectable()
export class SocketAllowance {
  private readonly open = new Map<string, number>();

  /** Takes one, or answers false when there are enough. */
  take(personId: string): boolean {
    const count = this.open.get(personId) ?? 0;
    if (count >= SOCKETS_A_PERSON) return false;
    this.open.set(personId, count + 1);
    return true;
  }

  give(personId: string): void {
    const count = (this.open.get(personId) ?? 0) - 1;
    if (count > 0) this.open.set(personId, count);
    else this.open.delete(personId);
  }
}
