//! The system's print dialog over the window, and pages handed to it.

use crate::window;
use commands::PrintJob;
use gtk::gdk::prelude::GdkContextExt;
use gtk::gdk_pixbuf::{Pixbuf, PixbufLoader, prelude::PixbufLoaderExt};
use gtk::prelude::*;
use gtk::{
    PageOrientation, PageSetup, PaperSize, PrintOperation, PrintOperationAction,
    PrintOperationResult,
};
use tauri::{AppHandle, Manager};

/// Shows the dialog and prints what it says. Blocks the thread of the window, whose loop goes on meanwhile.
pub fn print(app: &AppHandle, job: PrintJob) -> Result<bool, String> {
    let pages = job.pages.iter().map(|page| drawn(page));
    let pages: Vec<Pixbuf> = pages.collect::<Result<_, _>>()?;
    let operation = PrintOperation::new();
    operation.set_job_name(&job.title);
    operation.set_n_pages(i32::try_from(pages.len()).map_err(|reason| reason.to_string())?);
    operation.set_use_full_page(true);
    operation.set_default_page_setup(Some(&sheet(false)));
    operation.set_embed_page_setup(true);
    let wide: Vec<bool> = pages
        .iter()
        .map(|page| page.width() > page.height())
        .collect();
    operation.connect_request_page_setup(move |_, _, page, setup| {
        let wide = usize::try_from(page).ok().and_then(|page| wide.get(page));
        setup.set_orientation(orientation(wide == Some(&true)));
    });
    operation.connect_draw_page(move |_, context, page| {
        let Some(picture) = usize::try_from(page).ok().and_then(|page| pages.get(page)) else {
            return;
        };
        let (width, height) = (f64::from(picture.width()), f64::from(picture.height()));
        let scale = (context.width() / width).min(context.height() / height);
        let Some(pen) = context.cairo_context() else {
            return;
        };
        pen.scale(scale, scale);
        pen.set_source_pixbuf(picture, 0.0, 0.0);
        if let Err(reason) = pen.paint() {
            log::error!("a page was not drawn for the printer: {reason}");
        }
    });
    let over = app
        .get_webview_window(window::LABEL)
        .and_then(|window| window.gtk_window().ok());
    let done = operation
        .run(PrintOperationAction::PrintDialog, over.as_ref())
        .map_err(|reason| reason.to_string())?;
    if done == PrintOperationResult::Error {
        return Err("the printing system gave an error".into());
    }
    Ok(done != PrintOperationResult::Cancel)
}

/// A page as the printing system paints it.
fn drawn(png: &[u8]) -> Result<Pixbuf, String> {
    let loader = PixbufLoader::new();
    loader.write(png).map_err(|reason| reason.to_string())?;
    loader.close().map_err(|reason| reason.to_string())?;
    loader
        .pixbuf()
        .ok_or_else(|| "a page has no picture".into())
}

fn sheet(wide: bool) -> PageSetup {
    let setup = PageSetup::new();
    setup.set_paper_size_and_default_margins(&PaperSize::new(Some("iso_a4")));
    setup.set_orientation(orientation(wide));
    setup
}

fn orientation(wide: bool) -> PageOrientation {
    if wide {
        PageOrientation::Landscape
    } else {
        PageOrientation::Portrait
    }
}
