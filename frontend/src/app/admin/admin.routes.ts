import { Routes } from '@angular/router';
import { AdminFrame } from './admin-frame';
import type { ImportPage } from './people/import/import-page';
import type { PersonPage } from './people/person-page';

/** The administrator's rooms; each is a folder here and loaded when it is entered. */
export const adminRoutes: Routes = [
  {
    path: '',
    component: AdminFrame,
    children: [
      { path: '', pathMatch: 'full', redirectTo: 'overview' },
      {
        path: 'overview',
        title: 'adminOverview.title',
        loadComponent: () => import('./overview/overview-page').then((m) => m.OverviewPage),
      },
      {
        path: 'people',
        title: 'adminPeople.title',
        loadComponent: () => import('./people/people-page').then((m) => m.PeoplePage),
      },
      {
        path: 'people/import',
        title: 'adminImport.title',
        canDeactivate: [(page: ImportPage) => page.mayLeave()],
        loadComponent: () => import('./people/import/import-page').then((m) => m.ImportPage),
      },
      {
        path: 'people/:id',
        title: 'adminPeople.title',
        canDeactivate: [(page: PersonPage) => page.mayLeave()],
        loadComponent: () => import('./people/person-page').then((m) => m.PersonPage),
      },
      {
        path: 'classes',
        title: 'adminClasses.title',
        loadComponent: () => import('./classes/classes-page').then((m) => m.AdminClassesPage),
      },
      {
        path: 'classes/:id',
        title: 'adminClasses.title',
        loadComponent: () => import('./classes/class-page').then((m) => m.AdminClassPage),
      },
      {
        path: 'codes',
        title: 'adminCodes.title',
        loadComponent: () => import('./codes/codes-page').then((m) => m.CodesPage),
      },
      {
        path: 'content',
        title: 'adminContent.pageTitle',
        loadComponent: () => import('./content/content-page').then((m) => m.ContentPage),
      },
      {
        path: 'content/:id',
        title: 'adminContent.pageTitle',
        loadComponent: () => import('./content/case-page').then((m) => m.CasePage),
      },
      {
        path: 'audit',
        title: 'adminAudit.pageTitle',
        loadComponent: () => import('./audit/audit-page').then((m) => m.AuditPage),
      },
      {
        path: 'settings',
        title: 'adminSettings.pageTitle',
        loadComponent: () => import('./settings/settings-page').then((m) => m.SettingsPage),
      },
    ],
  },
];
