import { useSyncExternalStore } from 'react'
import { useTranslation } from 'react-i18next'
import { OfflineIcon } from '#/ui/icons'

function subscribe(listener: () => void) {
  window.addEventListener('online', listener)
  window.addEventListener('offline', listener)
  return () => {
    window.removeEventListener('online', listener)
    window.removeEventListener('offline', listener)
  }
}

/** Says so while the browser has no network. */
export function OfflineBar() {
  const { t } = useTranslation()
  const online = useSyncExternalStore(subscribe, () => navigator.onLine)
  return (
    <div role="status">
      {!online && (
        <p className="flex items-center gap-3 border-b border-warn bg-orange-50 px-4 py-2 text-sm rail:px-6">
          <OfflineIcon size={20} />
          {t('error.offline')}
        </p>
      )}
    </div>
  )
}
