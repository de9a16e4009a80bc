import { Global, Module } from '@nestjs/common';
import { HintListener } from './hint-listener';
import { HintSender } from './hint-sender';
import { Instance } from './instance';
import { Redis } from './redis';

/** What instances that share a database tell each other. */
@Global()
@Module({
  providers: [HintListener, HintSender, Instance, Redis],
  exports: [HintListener, HintSender, Instance, Redis],
})
export class ClusterModule {}
