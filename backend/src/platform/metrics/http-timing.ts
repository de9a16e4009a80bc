import type { NextFunction, Request, RequestHandler, Response } from 'express';
import { routeOf } from '../http/route-of';
import type { Metrics } from './metrics';

/** Times every request by its route's pattern: as many series as there are routes, whatever is asked for. */
export const httpTiming =
  ({ http }: Metrics): RequestHandler =>
  (request: Request, response: Response, next: NextFunction) => {
    const end = http.startTimer({ method: request.method });
    response.once('finish', () =>
      end({ route: routeOf(request), status: String(response.statusCode) }),
    );
    next();
  };
