import { DynamicModule, Global, Module } from '@nestjs/common';
import { Settings } from './settings';

/** Gives {@link Settings} to whoever asks. */
@Global()
@Module({})
export class SettingsModule {
  static forRoot(settings: Settings): DynamicModule {
    return {
      module: SettingsModule,
      providers: [{ provide: Settings, useValue: settings }],
      exports: [Settings],
    };
  }
}
