import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { client } from '#/api/client'
import { useProblemWords } from '#/api/useProblemWords'
import { Button } from '#/ui/Button'
import { showToast } from '#/ui/toasts'
import type { Period } from './queries'

type Kind = 'xlsx' | 'utf8' | 'cp932'

const KINDS: Record<Kind, { format: 'xlsx' | 'csv'; encoding?: 'utf-8-sig' | 'cp932' }> = {
  xlsx: { format: 'xlsx' },
  utf8: { format: 'csv', encoding: 'utf-8-sig' },
  cp932: { format: 'csv', encoding: 'cp932' },
}

/** The record as a file: a workbook, or CSV in either encoding of offices. `department` null is my own. */
export function Downloads({ period, department }: { period: Period; department: number | null }) {
  const { t } = useTranslation('record')
  const words = useProblemWords()
  const [busy, setBusy] = useState<Kind | null>(null)

  async function fetchFile(kind: Kind): Promise<void> {
    const query = { ...period, ...KINDS[kind] }
    const { data, response } =
      department === null
        ? await client.GET('/telework/records/me/export/', { params: { query }, parseAs: 'blob' })
        : await client.GET('/telework/records/departments/{id}/export/', {
            params: { path: { id: department }, query },
            parseAs: 'blob',
          })
    if (!data) throw new Error('a file without content')
    saveAs(data, fileName(response.headers.get('Content-Disposition')))
    const replaced = Number(response.headers.get('X-Replaced-Characters') ?? 0)
    showToast({
      tone: 'done',
      words: t('files.saved'),
      lines: replaced > 0 ? [t('files.replaced', { count: replaced })] : [],
    })
  }

  function download(kind: Kind) {
    setBusy(kind)
    fetchFile(kind)
      .catch((error: unknown) => {
        const { title, lines } = words(error)
        showToast({ tone: 'failed', words: title, lines })
      })
      .finally(() => setBusy(null))
  }

  return (
    <div className="flex flex-wrap items-center gap-2">
      <span className="text-sm font-bold">{t('files.title')}</span>
      {(Object.keys(KINDS) as Kind[]).map((kind) => (
        <Button
          key={kind}
          kind="quiet"
          size="small"
          busy={busy === kind}
          isDisabled={busy !== null && busy !== kind}
          onPress={() => download(kind)}
        >
          {t(`files.${kind}`)}
        </Button>
      ))}
    </div>
  )
}

function fileName(disposition: string | null): string {
  const found = /filename\*=UTF-8''([^;]+)/.exec(disposition ?? '')
  return found?.[1] ? decodeURIComponent(found[1]) : 'telework'
}

/** Hand a file to the browser, which asks where to keep it or keeps it among the downloads. */
function saveAs(content: Blob, name: string): void {
  const address = URL.createObjectURL(content)
  const link = document.createElement('a')
  link.href = address
  link.download = name
  link.click()
  URL.revokeObjectURL(address)
}
