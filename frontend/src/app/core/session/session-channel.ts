import { Injectable } from '@angular/core';
import { Session } from '@cartable/contract';
import { Subject } from 'rxjs';
import * as z from 'zod/mini';

const Message = z.union([
  z.object({ kind: z.literal('held'), session: Session }),
  z.object({ kind: z.literal('signed-out') }),
]);
type Message = z.infer<typeof Message>;

/** What the tabs of a browser tell each other about the session that they share. */
@Injectable({ providedIn: 'root' })
export class SessionChannel {
  private readonly channel =
    'BroadcastChannel' in globalThis ? new BroadcastChannel('cartable.session') : null;
  private readonly heard = new Subject<Message>();

  readonly messages = this.heard.asObservable();

  constructor() {
    this.channel?.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
      // Another tab may still run an older version of the page.
      const message = Message.safeParse(data);
      if (message.success) this.heard.next(message.data);
    });
  }

  tell(message: Message): void {
    this.channel?.postMessage(message);
  }
}
