#pragma once

#include "render/translation.hpp"

namespace sellerhealth::render {

/// Warnings, and what is said when nothing is judged.
inline constexpr Translation french_messages[] = {
    {"warning: {}", "avertissement~: {}"},
    // Of files.
    {"skipped: {}", "ignoré~: {}"},
    {"skipped::is no file", "ce n'est pas un fichier"},
    {"skipped::is empty", "vide, sans même une ligne d'en-tête"},
    {"skipped::is no text", "ce n'est pas du texte"},
    {"skipped::is neither CSV, TSV nor JSON", "ni CSV, ni TSV, ni JSON"},
    {"skipped::is not recognized as an export", "n'est pas reconnu comme un export"},
    {"has the same content as {}, read once", "a le même contenu que {}, lu une seule fois"},
    // Of values.
    {"{} is not a known value; {}. {}", "{} n'est pas une valeur connue~; {}. {}"},
    {" (further values are not reported)", " (les autres valeurs ne sont pas signalées)"},
    {"such an order counts as one of unknown status", "une telle commande compte comme de statut inconnu"},
    {"who cancelled such an order counts as unknown", "l'auteur de l'annulation d'une telle commande reste inconnu"},
    {"such a chargeback counts as a possible defect",
     "une telle contestation compte comme un possible défaut de la commande"},
    {"such feedback counts as active", "une telle évaluation compte comme active"},
    {"it counts as open", "le cas compte comme non résolu"},
    // Of days.
    {"the orders exports end on {}, {} day before {}: download newer ones",
     "les exports de commandes s'arrêtent au {}, {} jour avant le {}~: téléchargez-en de plus récents"},
    {"the orders exports end on {}, {} days before {}: download newer ones",
     "les exports de commandes s'arrêtent au {}, {} jours avant le {}~: téléchargez-en de plus récents"},
    {"no orders {}; the exports hold orders of {}", "aucune commande {}~; les exports contiennent des commandes du {}"},
    {"no messages {}; the exports hold messages of {}",
     "aucun message {}~; les exports contiennent des messages du {}"},
    {"no orders {}; the exports hold orders of {} to {}",
     "aucune commande {}~; les exports contiennent des commandes du {} au {}"},
    {"no messages {}; the exports hold messages of {} to {}",
     "aucun message {}~; les exports contiennent des messages du {} au {}"},
    {", or try --lag 0 or another --as-of", ", ou essayez --lag 0 ou un autre --as-of"},
    {", or try another --as-of", ", ou essayez un autre --as-of"},
    {". Give a newer export, or try another --as-of",
     ". Fournissez un export plus récent, ou essayez un autre --as-of"},
    {"the orders begin on {}: {} of the {} {} are covered",
     "les commandes commencent le {} et ne couvrent que {} des {} {}"},
    {"the messages begin on {}: {} of the {} {} are covered",
     "les messages commencent le {} et ne couvrent que {} des {} {}"},
    {". Give an export of the last {} day", ". Fournissez un export d'au moins {} jour"},
    {". Give an export of the last {} days", ". Fournissez un export des {} derniers jours"},
    // Of orders.
    {"{} of {} names an order that no orders export holds; left out",
     "{} sur {} désigne une commande absente des exports de commandes~; laissée de côté"},
    {"{} of {} name orders that no orders export holds; left out",
     "{} sur {} désignent des commandes absentes des exports de commandes~; laissées de côté"},
    {"{} order without a purchase-date in any file; left out",
     "{} commande sans purchase-date dans aucun fichier~; laissée de côté"},
    {"{} orders without a purchase-date in any file; left out",
     "{} commandes sans purchase-date dans aucun fichier~; laissées de côté"},
    {"{} outcome without a date, taken as known", "{} dénouement sans date, tenu pour connu"},
    {"{} outcomes without a date, taken as known", "{} dénouements sans date, tenus pour connus"},
    {" on {} already, so this may differ from what that day would have shown",
     " dès le {}~: le résultat peut différer de celui de ce jour-là"},
    {" on every day from {} on, so a day may differ from what it would have shown",
     " chaque jour à partir du {}~: un jour peut différer de ce qu'il aurait montré"},
    {"no order meets the filters of --where", "aucune commande ne répond aux filtres de --where"},
    // Of rows that are not understood.
    {"{} row could not be understood", "{} ligne incompréhensible"},
    {"{} rows could not be understood", "{} lignes incompréhensibles"},
    {", the first {} are above", ", dont les {} premières ci-dessus"},
    {"; nothing was judged. --skip-bad-rows goes on without it",
     "~; rien n'a été évalué. --skip-bad-rows continue sans elle"},
    {"; nothing was judged. --skip-bad-rows goes on without them",
     "~; rien n'a été évalué. --skip-bad-rows continue sans elles"},
};

}  // namespace sellerhealth::render
