import { HttpClient } from '@angular/common/http';
import { inject, Injectable } from '@angular/core';
import { firstValueFrom } from 'rxjs';
import * as z from 'zod/mini';
import { ProblemError } from '../problems/problem-error';

type Method = 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE';
/** A call that hangs for longer counts as unanswered: others may be waiting for it, in other tabs even. */
const LONGEST_MS = 60_000;

export type Query = Record<string, string | number | undefined>;

/** Calls under `/api`; an answer that is not of the form that the contract names is a failure, never data. */
@Injectable({ providedIn: 'root' })
export class Api {
  private readonly http = inject(HttpClient);

  async get<T>(path: string, answer: z.ZodMiniType<T>, query: Query = {}): Promise<T> {
    return read(answer, await this.call('GET', path, undefined, query));
  }

  async send<T>(method: Method, path: string, answer: z.ZodMiniType<T>, body?: object): Promise<T> {
    return read(answer, await this.call(method, path, body));
  }

  /** For calls whose answer is empty. */
  async tell(method: Method, path: string, body?: object, query: Query = {}): Promise<void> {
    await this.call(method, path, body, query);
  }

  /** For answers that are files. */
  file(path: string, query: Query = {}): Promise<Blob> {
    const options = { params: given(query), timeout: LONGEST_MS, responseType: 'blob' as const };
    return firstValueFrom(this.http.get(`/api/${path}`, options));
  }

  private call(method: Method, path: string, body?: object, query: Query = {}): Promise<unknown> {
    const options = { body, params: given(query), timeout: LONGEST_MS };
    return firstValueFrom(this.http.request<unknown>(method, `/api/${path}`, options));
  }
}

const given = (query: Query): Record<string, string | number> =>
  Object.fromEntries(
    Object.entries(query).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  );

function read<T>(answer: z.ZodMiniType<T>, data: unknown): T {
  const result = answer.safeParse(data);
  if (!result.success) throw new ProblemError('internal');
  return result.data;
}
