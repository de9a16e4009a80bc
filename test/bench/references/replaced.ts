/**
 * The design that Cartable replaces, as a competent engineer would write it: Express, a JWT middleware, Socket.IO with a
 * room a user, an import that copies the collection and its cards and emits after it is saved. It has the benefit of the
 * doubt: one INSERT … SELECT for the cards, no counted uses, no guessing limits, no look at the session, no log.
 */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import express, { NextFunction, Request, Response } from 'express';
import jwt from 'jsonwebtoken';
import { Pool } from 'pg';
import { Server } from 'socket.io';

const secret = process.env.JWT_SECRET ?? '';
const pool = new Pool({ connectionString: process.env.DATABASE_URL, max: 20 });
const app = express();
const http = createServer(app);
// As Cartable does: who connects anew for each request measures that.
http.keepAliveTimeout = 75_000;
const io = new Server(http, { transports: ['websocket'], serveClient: false });

const userOf = (token: string) =>
  (jwt.verify(token, secret, { algorithms: ['HS256'] }) as { sub: string }).sub;

function signedIn(request: Request, response: Response, next: NextFunction): void {
  try {
    response.locals.userId = userOf(request.headers.authorization?.replace('Bearer ', '') ?? '');
    next();
  } catch {
    response.status(401).json({ error: 'not signed in' });
  }
}

io.use((socket, next) => {
  try {
    void socket.join(`user_${userOf((socket.handshake.auth as { token: string }).token)}`);
    next();
  } catch {
    next(new Error('not signed in'));
  }
});

class UnknownCode extends Error {}

interface Copied {
  id: string;
  title: string;
  message: string;
}

async function copy(userId: string, code: string) {
  const db = await pool.connect();
  try {
    await db.query('BEGIN');
    const { rows } = await db.query<Copied>(
      `INSERT INTO collection (owner_id, source_id, title)
       SELECT $1, c.id, c.title FROM share_code AS s JOIN collection AS c ON c.id = s.collection_id
       WHERE s.code = $2 AND s.expires_at > now() ON CONFLICT DO NOTHING
       RETURNING id, title, (SELECT message FROM share_code WHERE code = $2) AS message`,
      [userId, code],
    );
    const [made] = rows;
    if (!made) throw new UnknownCode();
    const { rows: cards } = await db.query(
      `INSERT INTO card (collection_id, source_id, front, back, position)
       SELECT $1, id, front, back, position FROM card
       WHERE collection_id = (SELECT source_id FROM collection WHERE id = $1)
       RETURNING id, front, back, position`,
      [made.id],
    );
    await db.query('COMMIT');
    const { message, ...collection } = made;
    return { collection: { ...collection, cards }, message };
  } catch (error) {
    await db.query('ROLLBACK');
    throw error;
  } finally {
    db.release();
  }
}

app.post('/api/share-codes/:code/import', signedIn, async (request, response) => {
  const userId = response.locals.userId as string;
  const copied = await copy(userId, String(request.params.code));
  io.to(`user_${userId}`).emit('newCollection', copied);
  response.status(201).json(copied);
});

/** An edit: every copy is written, then everybody who has one is told. */
app.patch('/api/cards/:id', signedIn, express.json(), async (request, response) => {
  const { front } = request.body as { front: string };
  const { rows } = await pool.query<{ owner_id: string }>(
    `UPDATE card SET front = $2 FROM collection AS c
     WHERE (card.id = $1 OR card.source_id = $1) AND c.id = card.collection_id RETURNING c.owner_id`,
    [request.params.id, front],
  );
  const rooms = rows.map(({ owner_id: ownerId }) => `user_${ownerId}`);
  io.to(rooms).emit('cardUpdated', { sourceId: request.params.id, front });
  response.json({ front });
});

app.use((error: unknown, _request: Request, response: Response, _next: NextFunction) => {
  response.status(error instanceof UnknownCode ? 404 : 500).json({ error: 'not imported' });
});

http.listen(0, '127.0.0.1', () => {
  process.stdout.write(`ready at http://127.0.0.1:${(http.address() as AddressInfo).port}\n`);
});
