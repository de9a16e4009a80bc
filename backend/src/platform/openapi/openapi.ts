import type { INestApplication } from '@nestjs/common';
import { DocumentBuilder, OpenAPIObject, SwaggerModule } from '@nestjs/swagger';
import * as z from 'zod';

/** The OpenAPI document of the running application, made from the contract's schemas. */
export function openApiDocument(app: INestApplication): OpenAPIObject {
  const about = new DocumentBuilder()
    .setTitle('Cartable')
    .setDescription(
      'Share flash-card collections in real time. Refusals are RFC 9457 problems; sockets: docs/events.md.',
    )
    .setVersion('1')
    .addBearerAuth()
    .addSecurityRequirements('bearer')
    .build();
  return SwaggerModule.createDocument(app, about, {
    operationIdFactory: (controller, method) =>
      `${controller.replace(/Controller$/, '')}.${method}`,
    standardSchemaConverter: (schema, { schemaType }) => ({
      schema: z.toJSONSchema(schema as z.core.$ZodType, {
        io: schemaType,
        target: 'openapi-3.0',
        unrepresentable: 'any',
      }),
    }),
  });
}

/** Serves the document at `/api/docs-json` and a page to read it at `/api/docs`. */
export const serveOpenApi = (app: INestApplication): void =>
  SwaggerModule.setup('api/docs', app, () => openApiDocument(app), {
    jsonDocumentUrl: 'api/docs-json',
  });
