import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { client } from '#/api/client'
import { useProblemWords } from '#/api/useProblemWords'
import { Button } from '#/ui/Button'
import { showToast } from '#/ui/toasts'
import { DownloadIcon } from './icons'

const FILE_NAME = /filename\*=UTF-8''([^;]+)/

/** Some scenarios as a workbook. */
export function ExportButton({ ids }: { ids: readonly number[] }) {
  const { t } = useTranslation('planning')
  const words = useProblemWords()
  const [busy, setBusy] = useState(false)

  async function fetchFile(): Promise<void> {
    const { data, response } = await client.GET('/planning/scenarios/export/', {
      params: { query: { ids: ids.join(',') } },
      parseAs: 'blob',
    })
    if (!data) throw new Error('a file without content')
    const name = FILE_NAME.exec(response.headers.get('Content-Disposition') ?? '')?.[1]
    const address = URL.createObjectURL(data)
    const link = document.createElement('a')
    link.href = address
    link.download = name ? decodeURIComponent(name) : 'desks-needed.xlsx'
    link.click()
    URL.revokeObjectURL(address)
    showToast({ tone: 'done', words: t('exported') })
  }

  return (
    <Button
      size="primary"
      icon={<DownloadIcon size={20} />}
      busy={busy}
      isDisabled={ids.length === 0}
      aria-label={t('exportOf')}
      onPress={() => {
        setBusy(true)
        fetchFile()
          .catch((error: unknown) => {
            const { title, lines } = words(error)
            showToast({ tone: 'failed', words: title, lines })
          })
          .finally(() => setBusy(false))
      }}
    >
      xlsx
    </Button>
  )
}
