import { Injectable } from '@angular/core';
import { ImportResult } from '@cartable/contract';

/** Which collections this very tab has imported: their arrival is no news here. */
@Injectable({ providedIn: 'root' })
export class OwnImports {
  private readonly pending = new Set<Promise<unknown>>();
  private readonly imported = new Set<string>();

  async during(act: () => Promise<ImportResult>): Promise<ImportResult> {
    const acting = act().then((result) => {
      this.imported.add(result.collection.id);
      return result;
    });
    this.pending.add(acting);
    try {
      return await acting;
    } finally {
      this.pending.delete(acting);
    }
  }

  /** Asked once for each arrival. The event may be here before the answer: then the answer is awaited. */
  async claim(collectionId: string): Promise<boolean> {
    await Promise.allSettled([...this.pending]);
    return this.imported.delete(collectionId);
  }
}
