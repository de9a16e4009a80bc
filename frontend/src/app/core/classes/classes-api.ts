import { inject, Injectable } from '@angular/core';
import {
  ClassProgress,
  ClassWithMembers,
  GiftBody,
  GiftResult,
  TaughtClasses,
} from '@cartable/contract';
import { Api } from '../http/api';

/** The calls about classes, and about what is limited or given to one. */
@Injectable({ providedIn: 'root' })
export class ClassesApi {
  private readonly api = inject(Api);

  taught(): Promise<TaughtClasses> {
    return this.api.get('classes', TaughtClasses);
  }

  read(id: string): Promise<ClassWithMembers> {
    return this.api.get(`classes/${encodeURIComponent(id)}`, ClassWithMembers);
  }

  progress(code: string): Promise<ClassProgress> {
    return this.api.get(`share-codes/${encodeURIComponent(code)}/class`, ClassProgress);
  }

  give(collectionId: string, body: GiftBody): Promise<GiftResult> {
    return this.api.send('POST', `collections/${collectionId}/gifts`, GiftResult, body);
  }
}
