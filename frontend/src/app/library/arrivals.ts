import { Injectable } from '@angular/core';

/** Remembers which collections the person has seen standing in the list, so that an arriving one glows once. */
@Injectable({ providedIn: 'root' })
export class Arrivals {
  private known: Set<string> | undefined;

  /** What stands there when the list is first shown has not just arrived. */
  begin(ids: Iterable<string>): void {
    this.known ??= new Set(ids);
  }

  isArriving(id: string): boolean {
    return this.known !== undefined && !this.known.has(id);
  }

  hasArrived(id: string): void {
    this.known?.add(id);
  }
}
