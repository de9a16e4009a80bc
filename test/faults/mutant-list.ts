import { order } from '../../frontend/src/app/core/realtime/stream-order';
import type { Order } from './device';

/** A way to break the product: text of a built file that is replaced, and the faults under which that must be found. */
export interface Mutant {
  name: string;
  /** By file below `backend/src`. */
  patches: readonly { file: string; from: string; to: string }[];
  /** A page that decides otherwise. */
  order?: Order;
  /** Faults that the run begins with, in turn; none: ordinary work finds it. */
  faults: readonly string[];
}

const NO_POLL = {
  file: 'realtime/catch-up.js',
  from: 'this.timer = setTimeout(',
  to: 'if (this.timer) return; this.timer = setTimeout(',
};
const NO_LOOK = {
  file: 'realtime/catch-up.js',
  from: 'if (sockets.length === 0) return;',
  to: 'return;',
};

export const mutants: readonly Mutant[] = [
  {
    name: 'nobody looks for what no hint told of',
    patches: [NO_LOOK],
    faults: ['hints that are never sent'],
  },
  {
    name: 'instances do not hint, and look only once',
    patches: [
      NO_POLL,
      {
        file: 'platform/cluster/hint-sender.js',
        from: 'this.waiting[topic].add(id)',
        to: 'void id',
      },
    ],
    faults: ['hints that are never sent'],
  },
  {
    name: 'after LISTEN was lost nobody looks',
    patches: [NO_LOOK],
    faults: ['LISTEN killed just before an import', 'LISTEN killed just before an import'],
  },
  {
    name: 'a socket registers after the first read, and nobody looks',
    patches: [
      NO_LOOK,
      {
        file: 'realtime/ws.gateway.js',
        from: 'void socket.join([',
        to: 'setTimeout((rooms)=>void socket.join(rooms), 1500, [',
      },
    ],
    faults: ['connections of devices cut, and an import'],
  },
  {
    name: 'a device is resumed at the end of its stream, not where it stands',
    patches: [
      {
        file: 'realtime/pump.js',
        from: 'const { last = seq } = this.resume',
        to: 'const last = seq',
      },
    ],
    faults: ['a device in the tunnel, and an import'],
  },
  {
    name: 'what was trimmed is not looked at',
    patches: [
      { file: 'realtime/pump.js', from: '|| last < trimmedSeq', to: '' },
      { file: 'realtime/pump.js', from: 'if (!this.isNext(event)) return this.skipGap();', to: '' },
      {
        file: 'realtime/pump.js',
        from: 'if (this.cursor < known) await this.skipGap();',
        to: '',
      },
    ],
    faults: ['offline beyond the trim'],
  },
  {
    name: 'another history goes unnoticed',
    patches: [
      {
        file: 'realtime/pump.js',
        from: 'this.resume.epoch !== undefined && this.resume.epoch !== epoch',
        to: 'false',
      },
      {
        file: 'realtime/pump.js',
        from: 'if (epoch !== this.epoch) this.beginAgain();',
        to: 'if (false);',
      },
    ],
    faults: ['another history'],
  },
  {
    name: 'numbers come from a sequence, which leaves gaps',
    patches: [
      {
        file: 'platform/journal/journal.service.js',
        from: 's.last_seq + 1 FROM',
        to: 's.last_seq + 1 + (random() < 0.1)::int FROM',
      },
    ],
    faults: [],
  },
  {
    name: 'numbers are counted without the lock of the stream',
    patches: [
      {
        file: 'platform/journal/journal.service.js',
        from: 'UPDATE user_stream AS s SET last_seq = s.last_seq + 1 FROM heads\n    WHERE s.user_id = heads.user_id RETURNING s.user_id, s.last_seq',
        to: 'SELECT h.user_id, (SELECT COALESCE(MAX(e.seq), 0) + 1 FROM user_event AS e WHERE e.user_id = h.user_id) AS last_seq FROM heads AS h',
      },
    ],
    faults: [],
  },
  {
    name: 'events are told before they are committed',
    patches: [
      {
        file: 'platform/journal/journal.service.js',
        from: 'append: (entry)=>append(db, entry, appended),',
        to: 'append: async (entry)=>{ await append(db, entry, appended); this.announcements.emit(_journalcommitted.JournalCommitted.event, new _journalcommitted.JournalCommitted(appended)); },',
      },
    ],
    faults: Array.from({ length: 5 }, () => 'COMMIT that never arrives'),
  },
  {
    name: 'the event is written after its act is committed',
    patches: [
      {
        file: 'platform/journal/act-and-event.js',
        from: 'INSERT INTO user_event (user_id, seq, name, payload, body_key, notice, at)\n      SELECT n.user_id, n.last_seq, $1, t.payload, t.body_key, t.notice, ',
        to: 'SELECT n.last_seq AS seq, $1::text AS name, ',
      },
      {
        file: 'platform/journal/act-and-event.js',
        from: ' AS n ON n.user_id = t.person_id\n      RETURNING seq, at',
        to: ' AS n ON n.user_id = t.person_id',
      },
      {
        file: 'platform/journal/act-and-event.js',
        from: 'clock_timestamp())',
        to: 'clock_timestamp()) AS at',
      },
      {
        file: 'collections/library/following.service.js',
        from: 'const row = rows?.[0];',
        to: `const row = rows?.[0]; if (row) setTimeout(()=>void this.dataSource.query(
          'INSERT INTO user_event (user_id, seq, name, payload, body_key, notice, at) VALUES ($1, $2, $3, $4, $5, $6, $7)',
          [personId, row.seq, 'newCollection', row.payload, row.body_key, row.notice, row.at]).catch(()=>0), 50);`,
      },
    ],
    faults: Array.from({ length: 5 }, () => 'kill between COMMIT and wake'),
  },
  {
    name: 'uses of a code are not counted',
    patches: [
      {
        file: 'collections/share-codes/import-statement.js',
        from: 'SET uses = s.uses + t.more',
        to: 'SET uses = s.uses + 0 * t.more',
      },
    ],
    faults: [],
  },
  {
    name: 'a second import is told again',
    patches: [
      {
        file: 'collections/library/follow-statement.js',
        from: 'FROM held ON CONFLICT DO NOTHING',
        to: 'FROM held ON CONFLICT (person_id, collection_id) DO UPDATE SET message = excluded.message',
      },
    ],
    faults: [],
  },
  {
    name: 'a class’s events go to all of the class',
    patches: [
      {
        file: 'realtime/stream-wakes.js',
        from: 'this.sockets.in((0, _socketsession.userRoom)(personId)))data.pump?.wake(events)',
        to: 'this.sockets.all())data.pump?.wake(events)',
      },
    ],
    faults: [],
  },
  {
    name: 'a page applies what follows a gap',
    patches: [],
    order: (position, incoming) => {
      const verdict = order(position, incoming);
      const { epoch, seq } = incoming;
      return verdict.act === 'reconnect' ? { act: 'apply', position: { epoch, seq } } : verdict;
    },
    faults: ['a message is lost on the way'],
  },
  {
    name: 'a page shows again what it has',
    patches: [],
    order: (position, incoming) => {
      const verdict = order(position, incoming);
      return verdict.act === 'ignore' ? { act: 'apply', position } : verdict;
    },
    faults: ['a message comes twice'],
  },
  {
    name: 'who does not read is kept',
    patches: [
      {
        file: 'realtime/socket-sink.js',
        from: 'await this.socket.timeout(ACK_MS).emitWithAck(name, message)',
        to: 'this.socket.emit(name, message)',
      },
    ],
    faults: ['a device sleeps until it is let go'],
  },
  {
    name: 'the code is locked before the collection',
    patches: [
      {
        file: 'collections/library/follow-statement.js',
        from: '(${held} FOR SHARE OF c)',
        to: "(${held} ${held.includes('share_code') ? 'FOR UPDATE OF s' : ''} FOR SHARE OF c)",
      },
    ],
    faults: Array.from({ length: 6 }, () => 'a collection is deleted while the class imports it'),
  },
  {
    name: 'losing LISTEN ends the instance',
    patches: [
      {
        file: 'platform/cluster/hint-listener.js',
        from: "client.on('error', (error)=>this.lost(client, error));",
        to: '',
      },
    ],
    faults: ['LISTEN killed just before an import'],
  },
];
