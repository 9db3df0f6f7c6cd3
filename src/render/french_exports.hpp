#pragma once

#include "render/translation.hpp"

namespace sellerhealth::render {

/// What the exports are and hold: feedback, inspect and profile.
inline constexpr Translation french_exports[] = {
    // feedback.
    {"Feedback as of {} ({})", "Évaluations au {} ({})"},
    {"ratings::received {}", "reçues du {}"},
    {"ratings::received on {}", "reçues le {}"},
    {"{} stars over the last 12 months ({})", "{} étoiles au cours des 12 derniers mois ({})"},
    {"less than two::{} stars over the last 12 months ({})", "{} étoile au cours des 12 derniers mois ({})"},
    {"No rating in the last 12 months.", "Aucune évaluation au cours des 12 derniers mois."},
    {"{} rating", "{} évaluation"},
    {"{} ratings", "{} évaluations"},
    {"Average and shares are n/a: {} is without any 4 or 5 (Amazon's report lists 1 to 3 stars only).",
     "Moyenne et pourcentages non disponibles (n/a)~: {} ne contient ni 4 ni 5 (le rapport d'Amazon ne liste que 1 à 3 "
     "étoiles)."},
    {"Average and shares are n/a: {} are without any 4 or 5 (Amazon's report lists 1 to 3 stars only).",
     "Moyenne et pourcentages non disponibles (n/a)~: {} ne contiennent ni 4 ni 5 (le rapport d'Amazon ne liste que 1 "
     "à 3 étoiles)."},
    {"--complete-feedback states that every rating is there.",
     "--complete-feedback déclare que toutes les évaluations y sont."},
    {"all time", "durée de vie"},
    {"positive", "positif"},
    {"neutral", "neutre"},
    {"negative", "négatif"},
    {"count", "décompte"},
    {"ratings::removed", "retirées"},
    {"struck through", "barrées"},
    {"last 12 months", "12 derniers mois"},
    {"yes", "oui"},
    {"no", "non"},
    {"arrived on time", "arrivé à temps"},
    {"item as described", "article tel que décrit"},
    {"customer service", "service clients"},
    {"{} negative rating can still be withdrawn by the buyer, within {} days:",
     "{} évaluation négative peut encore être retirée par l'acheteur, dans un délai de {} jours~:"},
    {"{} negative ratings can still be withdrawn by the buyer, within {} days:",
     "{} évaluations négatives peuvent encore être retirées par l'acheteur, dans un délai de {} jours~:"},
    {"received on {}", "reçue le {}"},
    {"until {}", "jusqu'au {}"},
    {"{} rating has no date: in all time only", "{} évaluation sans date~: comptée dans la durée de vie seulement"},
    {"{} ratings have no date: in all time only", "{} évaluations sans date~: comptées dans la durée de vie seulement"},
    {"; whether the negative ones ({}) can still be withdrawn is not known",
     "~; on ne sait si les négatives ({}) peuvent encore être retirées"},
    // inspect.
    {"{}: {}, told by {}", "{}~: {}, d'après {}"},
    {"format", "format"},
    {"rows", "lignes"},
    {"understood", "comprises"},
    {"not used", "inutilisées"},
    {"unknown", "inconnu"},
    {"events", "événements"},
    {"purchases", "achats du"},
    {"feedback of", "évaluées du"},
    {"filed", "déposées du"},
    {"rows::received", "reçus du"},
    {"dated", "datées du"},
    {"{} row", "{} ligne"},
    {"{} rows", "{} lignes"},
    {"--value {}.{}.{}=VALUE settles it (or {})", "--value {}.{}.{}=VALEUR tranche (ou {})"},
    {"{} ({} by --column)", "{} ({} par --column)"},
    {"and {} more", "et {} de plus"},
    {"{} {} in {}: {}", "{} {} dans {}~: {}"},
    {"{} read = {} used", "{} au total = {} en compte"},
    {" + {} rejected", " + {} au rebut"},
    {", {} of them without a purchase-date in any file", ", dont {} sans purchase-date dans aucun fichier"},
    {"{} with purchase-dates more than two days apart: {}",
     "{} dont les purchase-date s'écartent de plus de deux jours~: {}"},
    {"What can be checked as of {} ({}):", "Ce qui peut être vérifié au {} ({})~:"},
    {"partly", "en partie"},
    {"lacks {}", "il manque – {}"},
    {"{} row that cannot be understood:", "{} ligne incompréhensible~:"},
    {"{} rows that cannot be understood:", "{} lignes incompréhensibles~:"},
    // profile.
    {"{}, as of {}", "{}, état au {}"},
};

}  // namespace sellerhealth::render
