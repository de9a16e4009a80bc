import { applyDecorators, HttpCode, SerializeOptions } from '@nestjs/common';
import { ApiProduces, ApiResponse } from '@nestjs/swagger';
import type { $ZodType } from 'zod/v4/core';
import { ProblemBody, ProblemCode, problems } from '@cartable/contract';

/** The handler answers `status` with what `schema` lets through: it shapes the answer and documents it. */
export const Answers = (status: number, schema: $ZodType) =>
  applyDecorators(
    HttpCode(status),
    SerializeOptions({ schema }),
    ApiResponse({ status, standardSchema: schema }),
  );

/** The handler answers with a file of one of these media types. */
export const AnswersFile = (...types: string[]) =>
  applyDecorators(
    ApiProduces(...types),
    ApiResponse({ status: 200, description: 'A file', schema: { type: 'string' } }),
  );

/** Documents the problems that the handler can answer besides those that every call can. */
export function Refuses(...codes: ProblemCode[]) {
  const statuses = [...new Set(codes.map((code) => problems[code][0]))];
  return applyDecorators(
    ...statuses.map((status) =>
      ApiResponse({
        status,
        description: codes.filter((code) => problems[code][0] === status).join(', '),
        standardSchema: ProblemBody,
      }),
    ),
  );
}
