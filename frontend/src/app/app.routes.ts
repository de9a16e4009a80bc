import { Routes } from '@angular/router';
import { signedIn } from './core/session/signed-in.guard';
import { withRole } from './core/session/with-role.guard';
import { Shell } from './shell/shell';

/** Titles are keys of the translation: `PageTitle` says them in the language of the moment. */
export const routes: Routes = [
  {
    path: 'sign-in',
    title: 'signIn.pageTitle',
    loadComponent: () => import('./sign-in/sign-in-page').then((m) => m.SignInPage),
  },
  {
    path: 'codes/:code/board',
    title: 'board.pageTitle',
    canActivate: [signedIn],
    loadComponent: () => import('./share/board-page').then((m) => m.BoardPage),
  },
  {
    path: '',
    component: Shell,
    canActivateChild: [signedIn],
    children: [
      { path: '', pathMatch: 'full', redirectTo: 'collections' },
      {
        path: 'collections',
        title: 'library.title',
        loadComponent: () => import('./library/library-page').then((m) => m.LibraryPage),
      },
      {
        path: 'collections/:id',
        title: 'collection.pageTitle',
        loadComponent: () => import('./collection/collection-page').then((m) => m.CollectionPage),
      },
      {
        path: 'collections/:id/edit',
        title: 'editor.pageTitle',
        loadComponent: () => import('./editor/editor-page').then((m) => m.EditorPage),
      },
      {
        path: 'collections/:id/share',
        title: 'share.pageTitle',
        loadComponent: () => import('./share/share-page').then((m) => m.SharePage),
      },
      {
        path: 'i',
        title: 'import.pageTitle',
        loadComponent: () => import('./import/import-page').then((m) => m.ImportPage),
      },
      {
        path: 'i/:code',
        title: 'import.pageTitle',
        loadComponent: () => import('./import/import-page').then((m) => m.ImportPage),
      },
      {
        path: 'classes',
        title: 'classes.title',
        canMatch: [withRole('teacher', 'admin')],
        loadComponent: () => import('./classes/classes-page').then((m) => m.ClassesPage),
      },
      {
        path: 'classes/:id',
        title: 'classes.pageTitle',
        canMatch: [withRole('teacher', 'admin')],
        loadComponent: () => import('./classes/class-page').then((m) => m.ClassPage),
      },
      {
        path: 'notifications',
        title: 'notifications.title',
        loadComponent: () =>
          import('./notifications/notifications-page').then((m) => m.NotificationsPage),
      },
      {
        path: 'profile',
        title: 'profile.title',
        loadComponent: () => import('./profile/profile-page').then((m) => m.ProfilePage),
      },
      {
        path: 'admin',
        canMatch: [withRole('admin')],
        loadChildren: () => import('./admin/admin.routes').then((m) => m.adminRoutes),
      },
      {
        path: '**',
        title: 'shell.notFound.title',
        loadComponent: () => import('./shell/not-found-page').then((m) => m.NotFoundPage),
      },
    ],
  },
];
